// Preloaded into programs that are not ours: they end with the demo, also when it is killed.
process.on('disconnect', () => process.exit(0));
