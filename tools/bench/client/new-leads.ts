/** Every fourth creation can be repeated. */
const REPEATABLE = 4;

const run = `${process.pid}-${Date.now()}`;
let sent = 0;

export function leadHeaders(tenant: string): Record<string, string> {
  const headers = {
    'Content-Type': 'application/json',
    'X-Tenant-ID': tenant,
    'X-Actor': 'mara',
  };
  return sent % REPEATABLE === 0 ? { ...headers, 'Idempotency-Key': `${run}-${sent}` } : headers;
}

/** The body of a lead that is like no other, with a contact. */
export function nextLead(): string {
  const number = sent++;
  return JSON.stringify({
    name: `Müller & Söhne ${number} GmbH`,
    domain: `mueller-${number}.example`,
    employee_count: 1 + (number % 500),
    industry: 'tech',
    owner: 'mara',
    primary_contact: {
      first_name: 'Ada',
      last_name: `Lovelace ${number}`,
      phone: '+49 30 1234567',
      emails: [{ value: `ada-${number}@mueller.example`, is_primary: true }],
    },
  });
}
