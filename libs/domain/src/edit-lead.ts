import type { FromTo, LeadAssigned, LeadDetails, LeadDetailsChanged } from './events';
import type { Lead } from './lead';

/** New values of what is to change; what is absent stays. */
export type LeadEdit = {
  [Field in keyof (LeadDetails & Pick<Lead, 'owner'>)]?: Lead[Field] | undefined;
};

/** Details and owner are edited together, but are different facts. */
export function editLead(lead: Lead, edit: LeadEdit): (LeadDetailsChanged | LeadAssigned)[] {
  const { owner, ...details } = changesBetween(lead, edit);
  return [
    ...(Object.keys(details).length > 0
      ? [{ type: 'LeadDetailsChanged', data: details, personal: null } as const]
      : []),
    ...(owner ? [{ type: 'LeadAssigned', data: owner, personal: null } as const] : []),
  ];
}

type LeadChanges = LeadDetailsChanged['data'] & { owner?: FromTo<string | null> };

function changesBetween(lead: Lead, edit: LeadEdit): LeadChanges {
  const fields = Object.keys(edit) as (keyof LeadEdit)[];
  const changed = fields.filter(
    (field) => edit[field] !== undefined && edit[field] !== lead[field],
  );
  return Object.fromEntries(
    changed.map((field) => [field, { from: lead[field], to: edit[field] }]),
  );
}
