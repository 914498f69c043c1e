import type { Module } from './readModule.ts';

/** Returns a sentence for each place where the modules break it. */
export type Rule = (modules: readonly Module[]) => readonly string[];
