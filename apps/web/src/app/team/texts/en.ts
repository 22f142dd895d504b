/** The English texts of the team overview; the other languages have exactly these keys. */
export const en = {
  team: {
    heading: 'Team overview',
    hint: 'All tenants that you may see. Choose one to work on its leads.',
    loading: 'Tenants are being loaded',
    tenants: 'Tenants',
    tenant_id: 'Tenant',
    total: 'Leads',
    mix: 'Status',
    average_priority: 'Average priority',
    current: 'chosen',
    sum: 'All',
    none: {
      title: 'There are no tenants yet',
      hint: 'A tenant comes into being with its first lead.',
    },
  },
};
