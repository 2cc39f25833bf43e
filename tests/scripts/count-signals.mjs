// Ends a little after the first signal with 40 + the number of those that came.
let count = 0;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    count += 1;
    setTimeout(() => process.exit(40 + count), 200);
  });
}
setInterval(() => {}, 60_000);
process.stdout.write('ready\n');
