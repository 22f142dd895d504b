// What forms are checked by. It weighs as much as a screen: each loads it once it stands itself.
export { ContactCreate, LeadCreate } from '@leadlog/contracts/lead';
export { ActivityCreate, LeadPatch } from '@leadlog/contracts/lead-changes';
