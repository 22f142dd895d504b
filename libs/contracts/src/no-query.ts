import * as z from 'zod';

/** The query of an endpoint that has none: any parameter is refused by its name. */
export const NoQuery = z.strictObject({});
