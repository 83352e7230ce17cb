import '~/ui/css/tokens.css'
import '~/ui/css/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from '@lingui/react'
import { RouterProvider } from '@tanstack/react-router'
import { i18n } from '@lingui/core'
import { startTexts } from '~/lib/i18n'
import { router } from './router'

const root = document.getElementById('root')
if (!root) throw new Error('index.html lacks #root')

await startTexts({ tr: () => import('./texts.tr'), en: () => import('./texts.en') })
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>
  </StrictMode>,
)
