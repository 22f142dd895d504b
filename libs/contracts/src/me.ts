import * as z from 'zod';

/** What one may do: read and write; read, export and verify; all of it, erasures and imports too. */
export const Role = z.enum(['sales', 'auditor', 'admin']).meta({ id: 'Role' });
export type Role = z.output<typeof Role>;

/** Who asks, and what is open to them. */
export const Me = z
  .strictObject({
    actor: z.string(),
    roles: z.array(Role),
    tenants: z.array(z.string()).meta({ description: 'In order of their names.' }),
  })
  .meta({
    id: 'Me',
    example: {
      actor: 'mara@acme.example',
      roles: ['sales', 'auditor', 'admin'],
      tenants: ['acme', 'demo'],
    },
  });
export type Me = z.output<typeof Me>;
