import { useStore } from '../store/index.ts'

export const closeDialog = () => useStore.getState().setDialog(null)
