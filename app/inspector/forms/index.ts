// Which form shows a kind. Kinds that are not listed get one by their fields.
import type { ComponentType } from 'react'
import { kinds, type ResourceId } from '../../library.ts'
import { PlainForm } from './plain-form.tsx'
import { EndForm } from './end-form.tsx'
import { GatewayForm } from './gateway-form.tsx'
import { RouteTableForm } from './route-table-form.tsx'
import { RulesForm } from './rules-form.tsx'
import { SubnetForm } from './subnet-form.tsx'
import { VpcForm, VpcRules } from './vpc-form.tsx'

interface FormProps {
  readonly id: ResourceId
}

interface Choice {
  readonly Form: ComponentType<FormProps>
  /** 560 wide: for tables of rules. */
  readonly wide?: true
  /** Below the findings. */
  readonly Tail?: ComponentType<FormProps>
}

const forms: Readonly<Record<string, Choice>> = {
  vpc: { Form: VpcForm, Tail: VpcRules },
  subnet: { Form: SubnetForm },
  'route-table': { Form: RouteTableForm },
  'internet-gateway': { Form: GatewayForm },
  'egress-only-internet-gateway': { Form: GatewayForm },
  instance: { Form: EndForm },
  bastion: { Form: EndForm },
  'nat-instance': { Form: EndForm },
  'nat-gateway': { Form: EndForm },
}

export function formOf(kind: string): Choice {
  return forms[kind] ?? (isFilter(kind) ? { Form: RulesForm, wide: true } : { Form: PlainForm })
}

const isFilter = (kind: string) => {
  const fields = kinds.get(kind)?.fields
  return fields?.['inbound']?.type === 'rows' && fields['outbound']?.type === 'rows'
}
