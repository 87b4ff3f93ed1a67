export const describeRoute = () => null
