// Stands in for the telemetry and SQL clients that the emulator requires at start but never calls in a local run.
module.exports = {};
