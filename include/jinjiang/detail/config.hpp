// SPDX-License-Identifier: BSL-1.0
#pragma once

// How function bodies reach the program. Every body stands once, in a `detail/*.ipp` file.
// Header-only (jinjiang::core): each header includes its bodies, marked inline.
// Compiled (jinjiang::jinjiang defines JINJIANG_COMPILED): headers only declare, the library holds
// the bodies. A shared library (it defines JINJIANG_SHARED as well) hides all but these bodies and
// what is declared with JINJIANG_EXPORT: the errors, so that they can be caught on the other side,
// and the functions that have no header-only form.

#if defined(JINJIANG_SHARED) && defined(__GNUC__)
#define JINJIANG_EXPORT __attribute__((visibility("default")))
#else
#define JINJIANG_EXPORT
#endif

#if defined(JINJIANG_COMPILED)
#define JINJIANG_INLINE JINJIANG_EXPORT
#else
#define JINJIANG_INLINE inline
#endif
