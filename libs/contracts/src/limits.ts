/** Saved views of a tenant. Apart from the schemas, for who needs nothing to validate by. */
export const MAX_VIEWS = 200;
