// The whole state of the editor: one slice a file, joined here as a type so that slices can see each other.
import type { StateCreator } from 'zustand'
import type { AnalysisSlice } from './analysis-slice.ts'
import type { AnswerSlice } from './answer-slice.ts'
import type { ConnectingSlice } from './connecting-slice.ts'
import type { DesignSlice } from './design-slice.ts'
import type { FilesSlice } from './files-slice.ts'
import type { PlacingSlice } from './placing-slice.ts'
import type { QuestionSlice } from './question-slice.ts'
import type { SavingSlice } from './saving-slice.ts'
import type { SelectionSlice } from './selection-slice.ts'
import type { ViewSlice } from './view-slice.ts'

export type Store = DesignSlice &
  SelectionSlice &
  QuestionSlice &
  AnswerSlice &
  AnalysisSlice &
  ViewSlice &
  SavingSlice &
  PlacingSlice &
  ConnectingSlice &
  FilesSlice

export type Slice<T> = StateCreator<Store, [], [], T>
