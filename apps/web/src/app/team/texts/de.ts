import type { en } from './en';

export const de: typeof en = {
  team: {
    heading: 'Teamüberblick',
    hint: 'Alle Mandanten, die Sie sehen dürfen. Wählen Sie einen, um an seinen Leads zu arbeiten.',
    loading: 'Mandanten werden geladen',
    tenants: 'Mandanten',
    tenant_id: 'Mandant',
    total: 'Leads',
    mix: 'Status',
    average_priority: 'Mittlere Priorität',
    current: 'gewählt',
    sum: 'Alle',
    none: {
      title: 'Es gibt noch keine Mandanten',
      hint: 'Ein Mandant entsteht mit seinem ersten Lead.',
    },
  },
};
