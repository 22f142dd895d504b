import { leadListModel } from '@leadlog/read-models/lead-list/lead-list-model';
import type { ReadModel } from '@leadlog/read-models/read-model';

/** All read models that there are, each kept in the transactions of the log. */
export const readModels: readonly ReadModel[] = [leadListModel];
