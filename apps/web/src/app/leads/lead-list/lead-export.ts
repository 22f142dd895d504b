import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Downloads } from '../../downloads/downloads';
import { Notices } from '../../notices/notices';
import { Reasons } from '../../problem/reasons';
import { type ListQuery, toRequest } from './list-query';

/** Saves all leads that the list finds, in its order, as a CSV file. */
@Service()
export class LeadExport {
  private readonly downloads = inject(Downloads);
  private readonly notices = inject(Notices);
  private readonly reasons = inject(Reasons);
  private readonly transloco = inject(TranslocoService);

  async save(query: ListQuery): Promise<void> {
    this.notices.say(this.transloco.translate('files.exporting'));
    try {
      const name = await this.downloads.save('/leads/export', toRequest(query));
      this.notices.say(this.transloco.translate('files.exported', { name }));
    } catch (error) {
      const reason = this.reasons.of(error);
      this.notices.refuse(this.transloco.translate('files.refused', { reason }));
    }
  }
}
