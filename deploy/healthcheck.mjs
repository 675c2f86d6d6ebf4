// Exits with 0 if the program in this container is ready, otherwise with 1.
const port = process.env.PORT || '3000';
const isReady = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
  ({ ok }) => ok,
  () => false,
);
process.exit(isReady ? 0 : 1);
