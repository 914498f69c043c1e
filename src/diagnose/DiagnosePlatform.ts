import type { Platform } from '../platform/Platform.ts';

/** A frame, with what some browsers tell: which features the page and its `allow` leave to it. */
export interface JudgedFrame {
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
}

/** What a diagnosis looks at besides what a checkout touches. */
export interface DiagnosePlatform extends Platform {
  readonly isSecureContext: boolean;
  /** Missing where the browser tells a page nothing of what it refuses. */
  readonly ReportingObserver?: new (
    hear: (reports: readonly Pick<Report, 'body'>[]) => void,
    options: { readonly types: string[] },
  ) => { observe(): void; disconnect(): void };
}
