/**
 * The request's way, top to bottom: {@link io.hansa.proxy.pipeline.RequestPipeline} and its steps.
 * The web module and the remote interface enter here; nothing else does.
 */
package io.hansa.proxy.pipeline;
