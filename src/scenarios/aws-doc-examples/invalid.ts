export const invalid: readonly { readonly id: string }[] = []
