/** Data keys of the tests: 32 bytes each. */
export const KEY_A = Buffer.alloc(32, 'a').toString('base64');
export const KEY_B = Buffer.alloc(32, 'b').toString('base64');
