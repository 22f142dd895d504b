/** The words of the domain that stand on the wire and in the log as they are written here. */

export const STATUSES = ['new', 'qualified', 'lost'] as const;
export type Status = (typeof STATUSES)[number];

export const INDUSTRIES = [
  'tech',
  'finance',
  'healthcare',
  'manufacturing',
  'retail',
  'education',
  'public',
  'energy',
  'logistics',
  'media',
  'hospitality',
  'real_estate',
  'other',
] as const;
export type Industry = (typeof INDUSTRIES)[number];

/** In the order in which a priority is explained. */
export const PRIORITY_CRITERIA = [
  'status',
  'primary_contact',
  'domain',
  'company_size',
  'industry',
  'last_activity',
] as const;
export type PriorityCriterion = (typeof PRIORITY_CRITERIA)[number];

export const ACTIVITY_KINDS = ['call', 'email', 'meeting', 'note'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const EVENT_TYPES = [
  'LeadCreated',
  'StatusChanged',
  'LeadDetailsChanged',
  'LeadAssigned',
  'PrimaryContactSet',
  'PrimaryContactRemoved',
  'ActivityLogged',
  'LeadArchived',
  'LeadRestored',
  'PersonalDataErased',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];
