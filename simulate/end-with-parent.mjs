// Loaded before a program whose standard input is a pipe from the process that started it: the pipe closes when that
// process ends, however it ends, and so does this one.
process.stdin.on('close', () => process.exit(0)).on('error', () => process.exit(0));
process.stdin.resume();
// A program that failed must still be able to end by itself.
process.stdin.unref?.();
