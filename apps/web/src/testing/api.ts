import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { actorHeader } from '../app/actor/actor-header';
import { tenantHeader } from '../app/tenant/tenant-header';

export const provideTestApi = (): (Provider | EnvironmentProviders)[] => [
  provideHttpClient(withInterceptors([tenantHeader, actorHeader])),
  provideHttpClientTesting(),
];

/** The API as specifications see it: requests wait here until they are answered. */
export class TestApi {
  private readonly controller = TestBed.inject(HttpTestingController);

  /** The one request to a path, once what has been done has reached the network. */
  async request(method: string, path: string): Promise<TestRequest> {
    await this.settle();
    return this.controller.expectOne((it) => it.method === method && it.url === path);
  }

  /** All requests to a path that wait. */
  async requests(path: string): Promise<TestRequest[]> {
    await this.settle();
    return this.controller.match((it) => it.url === path);
  }

  /** Lets effects and promises run that need no further answer. */
  async settle(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      TestBed.tick();
      // Longer than any chain of promises between an answer and the screen.
      await new Promise((resolve) => setTimeout(resolve));
    }
    TestBed.tick();
  }
}
