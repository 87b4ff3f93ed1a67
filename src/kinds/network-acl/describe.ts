export const describeEntry = () => null
