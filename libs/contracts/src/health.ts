import * as z from 'zod';

const Checks = z.record(
  z.string(),
  z.looseObject({ status: z.enum(['up', 'down']).meta({ description: 'Whether it answers.' }) }),
);

export const Health = z
  .strictObject({
    status: z.literal('ok').meta({ description: 'Whatever is not well answers a problem.' }),
    info: Checks.meta({ description: 'What was looked at and is well.' }),
    error: Checks.meta({ description: 'What is not; here always empty.' }),
    details: Checks.meta({ description: 'All that was looked at.' }),
  })
  .meta({
    id: 'Health',
    description: 'That the service is well.',
    examples: [
      {
        status: 'ok',
        info: { store: { status: 'up' } },
        error: {},
        details: { store: { status: 'up' } },
      },
    ],
  });
