import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { keepComposingKeys } from './ui/composing-keys.ts'
import './styles/tokens.css'
import './styles/global.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
// Before anything else listens.
keepComposingKeys()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
