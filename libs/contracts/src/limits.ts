// Apart from the schemas, for who needs nothing to validate by.

/** Leads that one request may ask for. */
export const MAX_LIMIT = 200;
/** Saved views of a tenant. */
export const MAX_VIEWS = 200;
