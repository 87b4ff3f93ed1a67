/** 198.51.100.7, of a network that is kept for documentation (RFC 5737): stands for hosts outside. */
export const documentationHost = 0xc633_6407
