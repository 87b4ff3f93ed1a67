export const describeRule = () => null
