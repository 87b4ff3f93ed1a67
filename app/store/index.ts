// The store. Components read it by narrow selectors: useStore((state) => state.tool), useStore(findingsOf(id)).
import { create } from 'zustand'
import { analysisSlice } from './analysis-slice.ts'
import { answerSlice } from './answer-slice.ts'
import { connectingSlice } from './connecting-slice.ts'
import { designSlice } from './design-slice.ts'
import { filesSlice } from './files-slice.ts'
import { placingSlice } from './placing-slice.ts'
import { questionSlice } from './question-slice.ts'
import { recentSlice } from './recent-slice.ts'
import { savingSlice } from './saving-slice.ts'
import { selectionSlice } from './selection-slice.ts'
import type { Store } from './store.ts'
import { viewSlice } from './view-slice.ts'

export const useStore = create<Store>()((...of) => ({
  ...viewSlice(...of),
  ...designSlice(...of),
  ...selectionSlice(...of),
  ...questionSlice(...of),
  ...answerSlice(...of),
  ...analysisSlice(...of),
  ...savingSlice(...of),
  ...recentSlice(...of),
  ...placingSlice(...of),
  ...connectingSlice(...of),
  ...filesSlice(...of),
}))

export type { Store } from './store.ts'
export type { Connecting } from './connecting-slice.ts'
export type { Dragging } from './placing-slice.ts'
export type { Tone, Tool } from './view-slice.ts'
export { accessOf, findingsOf, standing } from './analysis-slice.ts'
export { hopList, type ListedHop } from './hop-list.ts'
export { isWorthKeeping } from './recent-slice.ts'
export { camera, type Point } from './camera.ts'
