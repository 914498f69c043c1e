import type { Platform } from '../platform/Platform.ts';

/** What browsers have that tells which features a document may use. */
interface FeaturePolicy {
  allowsFeature(feature: string, origin: string): boolean;
}

/** What a diagnosis looks at besides what a checkout touches. */
export interface DiagnosePlatform extends Platform {
  readonly isSecureContext: boolean;
  /** The page has COOP and COEP: only frames that opt in are shown. */
  readonly crossOriginIsolated?: boolean;
  readonly document: Platform['document'] & {
    readonly featurePolicy?: FeaturePolicy;
    readonly permissionsPolicy?: FeaturePolicy;
  };
}
