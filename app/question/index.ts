export { QuestionBar } from './question-bar.tsx'
