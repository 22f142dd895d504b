/** What is made before Nest starts, and injected by these tokens. */
export const RESOURCES = Symbol('Resources');
export const DATABASE = Symbol('Database');
export const WRITER = Symbol('Writer');
export const CLOCK = Symbol('Clock');
export const SETTINGS = Symbol('Settings');
export const HEARTBEAT = Symbol('Heartbeat');
