import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { AssetKind } from '~/lib/__generated__/schema'

export const assetKindWords: Record<AssetKind, MessageDescriptor> = {
  ASSET: msg`Asset`,
  SERVICE: msg`Service`,
}
