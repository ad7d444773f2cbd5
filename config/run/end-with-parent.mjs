// Loaded before a child's own code: when the starting process is gone, even by kill -9, the child stops as it does on SIGTERM.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
