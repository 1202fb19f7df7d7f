// SPDX-License-Identifier: BSL-1.0
#pragma once

// How function bodies reach the program. Every body stands once, in a `detail/*.ipp` file.
// Header-only (jinjiang::core): each header includes its bodies, marked inline.
// Compiled (jinjiang::jinjiang defines JINJIANG_COMPILED): headers only declare, the library holds
// the bodies.

#if defined(JINJIANG_COMPILED)
#define JINJIANG_INLINE
#else
#define JINJIANG_INLINE inline
#endif
