import '~/ui/css/tokens.css'
import '~/ui/css/base.css'
import { startPage } from '../start-page'
import { router } from './router'

// Not awaited: a top-level await would make every file that imports from this one wait for it.
void startPage(router)
