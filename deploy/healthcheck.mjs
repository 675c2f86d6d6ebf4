// Ends with 0 where the program in this container is ready, 1 where it is not.
const port = process.env.PORT || '3000';
const isReady = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
  ({ ok }) => ok,
  () => false,
);
process.exit(isReady ? 0 : 1);
