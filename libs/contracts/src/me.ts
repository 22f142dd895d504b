import * as z from 'zod';

/** What one may do: read and write; read, export and verify; all of it, erasures and imports too. */
export const Role = z.enum(['sales', 'auditor', 'admin']).meta({
  id: 'Role',
  description:
    'Reads and writes; reads, exports and verifies; all of it, erasures and imports too.',
  examples: ['sales'],
});
export type Role = z.output<typeof Role>;

/** Who asks, and what is open to them. */
export const Me = z
  .strictObject({
    actor: z.string().meta({ description: 'As it stands in the log.' }),
    roles: z.array(Role).meta({ description: 'What they may do.' }),
    tenants: z.array(z.string()).meta({ description: 'In order of their names.' }),
  })
  .meta({
    id: 'Me',
    description: 'Who asks, and what is open to them.',
    examples: [
      {
        actor: 'mara@acme.example',
        roles: ['sales', 'auditor', 'admin'],
        tenants: ['acme', 'demo'],
      },
    ],
  });
export type Me = z.output<typeof Me>;
