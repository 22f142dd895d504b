/** The English texts of the lead's page; the other languages have exactly these keys. */
export const en = {
  page: {
    back: 'Leads',
    facts: 'Facts',
    contact: 'Contact',
    noContact: 'No contact is known.',
    contactErased: 'The personal data was erased.',
    history: 'History',
    missing: {
      title: 'No such lead',
      hint: 'The tenant “{{tenant}}” has no lead with the number {{id}}.',
      back: 'Back to the leads',
    },
    loading: 'The lead is being loaded',
  },
  history: {
    LeadCreated: '{{actor}} created the lead.',
    StatusChanged: '{{actor}} changed the status from “{{from}}” to “{{to}}”.',
    LeadDetailsChanged: '{{actor}} changed the details.',
    LeadAssigned: '{{actor}} assigned the lead to {{to}}.',
    unassigned: '{{actor}} left the lead without an owner.',
    PrimaryContactSet: '{{actor}} set the contact.',
    PrimaryContactRemoved: '{{actor}} removed the contact.',
    ActivityLogged: '{{actor}} logged an activity: {{kind}}, {{at}}.',
    LeadArchived: '{{actor}} archived the lead.',
    LeadRestored: '{{actor}} restored the lead from the archive.',
    PersonalDataErased: '{{actor}} erased the personal data.',
    other: '{{actor}} changed the lead.',
    anonymous: 'Somebody',
    initially: 'Priority {{after}}',
    moved: 'Priority {{before}} → {{after}}',
    unchanged: 'Priority stays {{after}}',
    change: '{{field}}: {{from}} → {{to}}',
    fact: '{{field}}: {{to}}',
    nothing: 'empty',
    loading: 'The history is being loaded',
    earlier: 'Only the first {{shown}} of {{total}} entries are shown.',
  },
};

export type LeadPageTexts = typeof en;
