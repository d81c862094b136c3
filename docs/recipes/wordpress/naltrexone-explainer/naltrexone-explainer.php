<?php
/**
 * Plugin Name: Naltrexone Explainer
 * Description: The shortcode [naltrexone_explainer] shows the interactive explainer of naltrexone.
 * Version: 0.1.0
 * Requires at least: 5.7
 * Requires PHP: 7.0
 * License: MIT OR Apache-2.0
 *
 * Put the folder dist/embed into this folder as `embed`.
 */

namespace NaltrexoneExplainer;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The attributes that an author may write; all others are left out. */
const ATTRIBUTES = array( 'part', 'parts', 'lang', 'theme', 'heading-level', 'motion', 'links', 'start', 'country', 'loading' );

const HANDLE = 'naltrexone-explainer';

/** The element with the attributes that are allowed; WordPress writes names in lower case. */
function shortcode( $given ) {
	wp_enqueue_script( HANDLE );
	$attributes = '';
	foreach ( (array) $given as $name => $value ) {
		$name = is_string( $name ) ? str_replace( '_', '-', strtolower( $name ) ) : '';
		if ( in_array( $name, ATTRIBUTES, true ) ) {
			$attributes .= ' ' . $name . '="' . esc_attr( $value ) . '"';
		}
	}
	return '<naltrexone-explainer' . $attributes . '></naltrexone-explainer>';
}

/** The loader, asked for only by pages that have the shortcode. */
function register() {
	wp_register_script( HANDLE, plugins_url( 'embed/naltrexone-explainer.js', __FILE__ ), array(), null, true );
}

/** The loader is a module, which older versions of WordPress have no word for. */
function as_module( $tag, $handle, $src ) {
	if ( HANDLE !== $handle ) {
		return $tag;
	}
	// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript -- this is its own enqueued tag.
	return '<script type="module" src="' . esc_url( $src ) . '"></script>' . "\n";
}

add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\register' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\as_module', 10, 3 );
add_shortcode( 'naltrexone_explainer', __NAMESPACE__ . '\shortcode' );
