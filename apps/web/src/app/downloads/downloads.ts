import { HttpClient, HttpErrorResponse, type HttpParams } from '@angular/common/http';
import { DOCUMENT, inject, Service } from '@angular/core';
import { catchError, firstValueFrom, from, map, switchMap, throwError } from 'rxjs';

export type DownloadParams = HttpParams | Record<string, string | number | boolean>;

/**
 * Saves what the service answers as a file. A plain link could not: it sends no tenant. So all of it
 * is in memory before it is saved.
 */
@Service()
export class Downloads {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);

  /** Resolves with the name of the file, as the service gives it; rejects as a request does. */
  async save(url: string, params: DownloadParams = {}): Promise<string> {
    const answer$ = this.http.get(url, { params, responseType: 'blob', observe: 'response' }).pipe(
      map(({ body, headers }) => ({
        content: body ?? new Blob(),
        name: nameIn(headers.get('Content-Disposition')),
      })),
      catchError((error: unknown) =>
        from(readable(error)).pipe(switchMap((read) => throwError(() => read))),
      ),
    );
    const { content, name } = await firstValueFrom(answer$);
    this.hand(content, name);
    return name;
  }

  private hand(content: Blob, name: string): void {
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    // The browser has taken hold of it by the next turn.
    setTimeout(() => URL.revokeObjectURL(link.href));
  }
}

const nameIn = (disposition: string | null): string =>
  /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1] ?? 'leads.csv';

/** A refusal comes as the file would have: its problem details are still to be read. */
async function readable(error: unknown): Promise<unknown> {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob)) return error;
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(await error.error.arrayBuffer()));
    const { headers, status, statusText } = error;
    return new HttpErrorResponse({ error: body, headers, status, statusText });
  } catch {
    // Something in between has answered, not the service.
    return error;
  }
}
