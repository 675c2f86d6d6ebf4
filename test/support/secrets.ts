/** Secrets that are good enough for production, made by `openssl rand`, and used nowhere else. */
export const strongSecrets = {
  TOOL_SECRET: 'b1f0c3c46c6ad4f2a5d1f7e8093b9d27e4c85a6120fd37be91c8a4f65d02e37b',
  DATA_KEY: 'q0S6bq6zR1y8mYt2Vd4hN7kPw3xJc5uLe9aFgQrTzXs=',
};
