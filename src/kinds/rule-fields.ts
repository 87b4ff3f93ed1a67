// Columns that the tables of several kinds share, so that rules look and are typed the same everywhere.
import type { Field } from '../design/fields.ts'

export const protocolColumn: Field & { type: 'protocol' } = {
  type: 'protocol',
  label: 'Protocol',
  default: 'tcp',
  help: 'tcp, udp, icmp, icmpv6, a protocol number, or all.',
}

export const portsColumn: Field & { type: 'ports' } = {
  type: 'ports',
  label: 'Ports',
  default: 'all',
  help: 'One port, a range such as 1024-65535, or all. For ICMP a type, or type/code.',
}

/** From which range a host takes the port it starts a connection from; custom-network-acl. */
export const ephemeralField: Field & { type: 'choice' } = {
  type: 'choice',
  label: 'Source ports',
  help: 'The range a system takes the port of a new connection from. Replies come back to it.',
  default: 'linux',
  options: [
    { value: 'linux', label: 'Linux, 32768-60999' },
    { value: 'windows', label: 'Windows, 49152-65535' },
    { value: 'windows-2003', label: 'Windows 2003, 1025-5000' },
    { value: 'all', label: 'Any, 1024-65535' },
  ],
}

/** The life of what AWS runs for one; only what is available carries packets. `more` stands before what has failed. */
export const stateField = (
  ...more: readonly { readonly value: string; readonly label: string }[]
): Field & { type: 'choice' } => ({
  type: 'choice',
  label: 'State',
  default: 'available',
  options: [
    { value: 'available', label: 'Available' },
    { value: 'pending', label: 'Pending' },
    ...more,
    { value: 'failed', label: 'Failed' },
    { value: 'deleting', label: 'Deleting' },
    { value: 'deleted', label: 'Deleted' },
  ],
})
